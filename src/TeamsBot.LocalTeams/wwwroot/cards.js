// Cards: drawn by the official renderer, pressed as Teams presses them, refreshed for the people the card names.
import { post } from "./api.js";
import { h, icon } from "./dom.js";
import hostConfig from "./hostconfig.js";
import { isOldClient } from "./people.js";
import state from "./store.js";
import { toHtml } from "./words.js";

/** A client asks again for its own version of a card only after this time (protocol.md 4.1). */
const refreshAge = 60_000;
const noticeTime = 8_000;
const refreshedAt = new Map();

const kit = window.AdaptiveCards;
if (kit) {
  kit.AdaptiveCard.onProcessMarkdown = (text, result) => {
    const html = toHtml(text);
    result.didProcess = html !== null;
    result.outputHtml = html;
  };
  kit.Strings.defaults.overflowButtonText = () => "…";
  kit.Strings.defaults.overflowButtonTooltip = () => "ほかの操作";
}

/** The element of one card of a message, with everything that can be done on it. */
export function cardOf(message, card) {
  const notice = h("p", { class: "card-notice", role: "status", hidden: true });
  const box = h("div", { class: "card", tabindex: "-1", role: "group", "aria-label": "カード" });
  const place = h("div", { class: "content card-place" }, box, notice);
  const view = { message, card, box, notice };
  show(view, card);
  queueMicrotask(() => refreshIfMine(view));
  return place;
}

function show(view, card) {
  view.shown = card;
  view.box.lang = card.lang ?? "ja";
  view.box.classList.toggle("wide", card.msteams?.width?.toLowerCase() === "full");
  view.box.replaceChildren(drawn(view, card), menuOf(view) ?? "");
}

function drawn(view, card) {
  const failed = text => h("p", { class: "card-fallback" }, text);
  if (!kit) return failed(card.fallbackText || "カードを表示する部品がありません。");
  const renderer = new kit.AdaptiveCard();
  renderer.hostConfig = new kit.HostConfig(hostConfig);
  renderer.onExecuteAction = action => pressed(view, action);
  try {
    renderer.parse(withMentions(isOldClient() ? asOldClientsSee(card) : card));
    const element = renderer.render();
    // The renderer's own number of inputs decides nothing here; a card without an element is one it could not read.
    return element ?? failed(card.fallbackText || "このカードは表示できません。");
  } catch (problem) {
    console.error(problem);
    return failed(card.fallbackText || "このカードは表示できません。");
  }
}

const menuOf = view => view.shown.refresh?.action && h("button", {
  type: "button", class: "quiet icon-button card-menu", "aria-label": "カードを最新の表示にする", title: "最新の表示にする", onclick: () => refresh(view, "manual"),
}, icon("refresh"));

function pressed(view, action) {
  const type = action.getJsonTypeName();
  if (type === "Action.OpenUrl") window.open(action.url, "_blank", "noopener,noreferrer");
  else if (type === "Action.Execute") execute(view, action);
  else if (type === "Action.Submit") submit(view, action.data ?? {});
}

function execute(view, action) {
  return send(view, { action: { type: "Action.Execute", id: action.id, title: action.title, verb: action.verb, data: texts(action.data) }, trigger: "manual" });
}

function submit(view, data) {
  const teams = data.msteams?.type;
  if (teams === "task/fetch") return tell(view, "この画面ではダイアログを開けません。", true);
  if (teams === "imBack" || teams === "messageBack") {
    const text = teams === "imBack" ? data.msteams.value : data.msteams.text;
    return post("messages", { as: state.me.key, chatId: view.message.chatId, threadId: view.message.threadId, text });
  }
  return send(view, { data: texts(data) });
}

async function send(view, what, isQuiet = false) {
  if (view.box.getAttribute("aria-busy") === "true") return;
  const hadFocus = view.box.contains(document.activeElement);
  view.box.setAttribute("aria-busy", "true");
  view.notice.hidden = true;
  let answer;
  try {
    answer = await post("presses", { as: state.me.key, chatId: view.message.chatId, messageId: view.message.id, ...what });
  } catch {
    answer = { kind: "error", text: "送信できませんでした。もう一度お試しください。" };
  }
  view.box.removeAttribute("aria-busy");
  if (answer.kind === "card") {
    show(view, answer.card);
    if (hadFocus) view.box.focus();
  } else if (answer.text && !isQuiet) tell(view, answer.text, answer.kind === "error");
}

function tell(view, text, isError = false) {
  view.notice.textContent = text;
  view.notice.classList.toggle("error", isError);
  view.notice.hidden = false;
  clearTimeout(view.timer);
  if (!isError) view.timer = setTimeout(() => { view.notice.hidden = true; }, noticeTime);
}

function refreshIfMine(view) {
  const users = view.card.refresh?.userIds;
  // Without a list everybody's client asks; in a list, the people named.
  if (!view.card.refresh?.action || isOldClient() || (users && !users.includes(state.me.userId))) return;
  if (Date.now() - (refreshedAt.get(view.message.id) ?? 0) < refreshAge) return;
  refresh(view, "automatic");
}

function refresh(view, trigger) {
  const { type, id, title, verb, data } = view.shown.refresh.action;
  if (trigger === "automatic") refreshedAt.set(view.message.id, Date.now());
  return send(view, { action: { type, id, title, verb, data: data ?? {} }, trigger }, trigger === "automatic");
}

/** Input values arrive as text; what the card itself carries stays as it is. */
const texts = data => Object.fromEntries(Object.entries(data ?? {}).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value ?? ""]));

/** The card with mentions as names: what Teams draws for `<at>` in a card's texts (protocol.md 3.3). */
function withMentions(node) {
  if (Array.isArray(node)) return node.map(withMentions);
  if (!node || typeof node !== "object") return node;
  const shown = node.type === "TextBlock" ? "**$1**" : "$1";
  return Object.fromEntries(Object.entries(node).map(([name, value]) =>
    [name, typeof value === "string" && name === "text" ? value.replace(/<at>(.*?)<\/at>/g, shown) : name === "data" ? value : withMentions(value)]));
}

/** The card with every Action.Execute replaced by what it falls back to, or left out. */
function asOldClientsSee(node) {
  if (Array.isArray(node)) return node.map(asOldClientsSee).filter(item => item !== null);
  if (!node || typeof node !== "object") return node;
  if (node.type === "Action.Execute") return node.fallback?.type ? node.fallback : null;
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, asOldClientsSee(value)]));
}
