// The person one is, and the menu to become another: links, so that each person can stand in an own tab.
import { face, h, icon } from "./dom.js";
import state, { unreadOf } from "./store.js";

const badge = count => count > 0 && h("span", { class: "badge", "aria-label": `未読 ${count} 件` }, String(count));

function addressOf(key) {
  const address = new URL(location.href);
  address.searchParams.set("as", key);
  address.searchParams.delete("chat");
  return address.pathname + address.search;
}

export function drawPeople() {
  const me = document.getElementById("me");
  me.setAttribute("aria-label", `${state.me.name}（${roleOf(state.me)}）として表示中。人を切り替える`);
  me.replaceChildren(face(state.me), h("span", { class: "me-names" }, h("b", {}, state.me.name), h("span", {}, roleOf(state.me))));
  const menu = document.getElementById("people");
  if (menu.contains(document.activeElement)) return;
  menu.replaceChildren(
    h("h2", {}, "だれとして使いますか"),
    h("ul", {}, state.people.map(person => h("li", {},
      h("a", { class: "person", href: addressOf(person.key), "data-key": person.key, "aria-current": person === state.me && "true" },
        face(person), h("span", { class: "person-names" }, h("b", {}, person.name), h("span", {}, roleOf(person))), badge(unreadOf(person.key))),
      h("a", { class: "quiet icon-button", href: addressOf(person.key), target: "_blank", "aria-label": `${person.name}を新しいタブで開く` }, icon("open"))))),
    h("p", { class: "hint" }, "タブごとに別の人になれます。"),
    h("label", {}, h("input", { type: "checkbox", id: "old-client", checked: isOldClient(), onchange: event => becomeOld(event.target.checked) }),
      "旧クライアントとして動く（Action.Execute の代わりに Action.Submit を送る）"));
}

export const roleOf = person => [person.section, person.title].filter(Boolean).join(" ");

function becomeOld(isOld) {
  sessionStorage.setItem("local-teams-old", isOld ? "1" : "");
  location.reload();
}

export const isOldClient = () => sessionStorage.getItem("local-teams-old") === "1";
