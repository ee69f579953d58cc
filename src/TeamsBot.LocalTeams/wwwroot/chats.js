// The list on the left: the person's chat with the bot, and the team's channel.
import { face, h } from "./dom.js";
import state, { messagesOf, unreadOf } from "./store.js";
import { dayOf, glimpse, timeOf } from "./words.js";

export const titleOf = chat => chat.kind === "channel" ? state.channelName : state.botName;

export function drawChats(choose) {
  const list = document.getElementById("chats");
  const focused = document.activeElement?.dataset?.chat;
  const items = kind => [...state.chats.values()].filter(chat => chat.kind === kind).map(chat => h("li", {}, item(chat, choose)));
  list.replaceChildren(
    h("h2", {}, "チャット"), h("ul", {}, items("personal")),
    h("h2", {}, `チーム：${state.teamName}`), h("ul", {}, items("channel")));
  if (focused) list.querySelector(`[data-chat="${CSS.escape(focused)}"]`)?.focus();
}

function item(chat, choose) {
  const last = messagesOf(chat).at(-1);
  const unread = unreadOf(state.me.key, chat.id);
  return h("button", { type: "button", class: `chat-item${unread ? " unread" : ""}`, "data-chat": chat.id, "aria-current": chat.id === state.chosen && "true", onclick: () => choose(chat.id) },
    chat.kind === "channel" ? h("span", { class: "hash", "aria-hidden": "true" }, "#") : face(null),
    h("span", { class: "chat-about" }, h("b", {}, titleOf(chat)), h("span", { class: "glimpse" }, last ? glimpse(last) : "まだメッセージはありません")),
    h("span", { class: "chat-side" }, last && h("time", { datetime: last.at }, isToday(last.at) ? timeOf(last.at) : dayOf(last.at)),
      unread > 0 && h("span", { class: "badge", "aria-label": `未読 ${unread} 件` }, String(unread))));
}

const isToday = at => dayOf(at) === dayOf(new Date());
