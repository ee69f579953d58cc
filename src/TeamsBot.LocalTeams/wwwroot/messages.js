// The messages of the chosen chat. An element is made once per version, so that what somebody is typing in a card survives other news.
import { post } from "./api.js";
import { cardOf } from "./cards.js";
import { composer } from "./compose.js";
import { face, h } from "./dom.js";
import { filesOf } from "./files.js";
import state, { chosenChat, messagesOf, nameOf, personOf } from "./store.js";
import { cardsOf, dayOf, fullTimeOf, textNodes, timeOf, typedText } from "./words.js";

const place = document.getElementById("messages");
const made = new Map();
const kept = new Map();
const groupTime = 5 * 60_000;
let isAtEnd = true;
let newest = null;

place.addEventListener("scroll", () => { isAtEnd = place.scrollHeight - place.scrollTop - place.clientHeight < 120; });
// Who reads the newest message goes on seeing it when the box to write in grows or a card unfolds.
const sizes = new ResizeObserver(() => { if (isAtEnd) place.scrollTop = place.scrollHeight; });
sizes.observe(place);

/** Forgets what was drawn: for another chat, or after a restart of the server. */
export function forget() {
  made.clear();
  kept.clear();
  place.replaceChildren();
  isAtEnd = true;
  newest = null;
}

export function drawMessages() {
  const chat = chosenChat();
  const messages = messagesOf(chat);
  const rows = messages.length === 0 ? [welcome(chat)] : chat.kind === "channel" ? posts(messages) : bubbles(messages);
  arrange(place, rows);
  const last = messages.at(-1);
  // Only news at the end moves the view: who fills in a card is not torn away by a change elsewhere.
  if (last && last !== newest && (isAtEnd || last.from === state.me.key)) follow(made.get(last.id).element);
  newest = last;
}

/** Goes to the end, or to the beginning of a last message that is taller than the view: a card is read from its top. */
function follow(element) {
  const isTall = element.offsetHeight > place.clientHeight;
  if (isTall || !place.lastElementChild.contains(element)) element.scrollIntoView({ block: isTall ? "start" : "nearest" });
  else place.scrollTop = place.scrollHeight;
  isAtEnd = !isTall;
}

/** Brings the children into this order by moving as few as needed: an element that stays keeps its focus and its scroll. */
function arrange(parent, rows) {
  const wanted = new Set(rows);
  for (const child of [...parent.childNodes]) if (!wanted.has(child)) child.remove();
  rows.forEach((row, index) => {
    if (parent.childNodes[index] !== row) parent.insertBefore(row, parent.childNodes[index] ?? null);
  });
}

function bubbles(messages) {
  const rows = [];
  messages.forEach((message, index) => {
    const before = messages[index - 1];
    if (!before || dayOf(before.at) !== dayOf(message.at)) rows.push(dayLine(message.at));
    const element = elementOf(message);
    element.classList.toggle("follows", !!before && before.from === message.from && new Date(message.at) - new Date(before.at) < groupTime);
    rows.push(element);
  });
  return rows;
}

function posts(messages) {
  const threads = Map.groupBy(messages, message => message.threadId);
  return [...threads].flatMap(([root, all], index, every) => {
    const isNewDay = index === 0 || dayOf(every[index - 1][1][0].at) !== dayOf(all[0].at);
    return isNewDay ? [dayLine(all[0].at), thread(root, all)] : [thread(root, all)];
  });
}

function thread(root, [first, ...answers]) {
  const post = keep(`thread ${root}`, () => h("article", { class: "post", "aria-label": `${nameOf(first)}の投稿` }));
  const replies = keep(`replies ${root}`, () => h("div", { class: "replies", role: "group", "aria-label": "返信" }));
  arrange(replies, answers.map(elementOf));
  arrange(post, [elementOf(first), ...(answers.length ? [replies] : []), replyOf(root)]);
  return post;
}

function replyOf(root) {
  return keep(`reply ${root}`, () => {
    const box = h("div", { class: "reply" });
    const close = () => box.replaceChildren(h("button", { type: "button", class: "quiet reply-open", onclick: open }, "返信する"));
    const open = () => {
      const form = h("form", { class: "compose" });
      composer(form, { threadId: root, label: "返信を入力", leave: close });
      box.replaceChildren(form);
      form.querySelector("textarea").focus();
    };
    close();
    return box;
  });
}

function elementOf(message) {
  const signature = `${message.version} ${message.isDeleted} ${message.problem ?? ""}`;
  const known = made.get(message.id);
  if (known?.signature === signature) return known.element;
  const element = h("div", { class: `message${message.from === state.me.key ? " mine" : ""}`, "data-message": message.id, role: "group", "aria-label": `${nameOf(message)} ${fullTimeOf(message.at)}` });
  element.append(...(message.from === state.me.key && chosenChat().kind === "personal" ? [] : [face(personOf(message.from))]), about(message, element), content(message));
  made.set(message.id, { signature, element });
  return element;
}

function about(message, element) {
  const isMine = message.from === state.me.key && !message.isDeleted && !message.activity.value;
  return h("div", { class: "about" }, h("b", {}, nameOf(message)),
    h("time", { datetime: message.at, title: fullTimeOf(message.at) }, timeOf(message.at)),
    message.editedAt && message.from && h("span", {}, "編集済み"),
    isMine && h("button", { type: "button", class: "quiet edit", "aria-label": "このメッセージを編集", onclick: () => edit(message, element) }, "編集"));
}

function content(message) {
  if (message.isDeleted) return h("div", { class: "content" }, h("div", { class: "bubble gone" }, "このメッセージは削除されました。"));
  const { activity } = message;
  return h("div", { class: "content" },
    activity.text && h("div", { class: "bubble" }, textNodes(activity, !message.from)),
    filesOf(message),
    cardsOf(message).map(card => cardOf(message, card)),
    message.problem && h("p", { class: "problem" }, `ボットに届きませんでした（${message.problem}）`));
}

function edit(message, element) {
  const field = h("textarea", { "aria-label": "メッセージを編集" });
  field.value = typedText(message.activity);
  const leave = () => {
    made.delete(message.id);
    drawMessages();
  };
  const save = async () => {
    leave();
    if (field.value.trim() && field.value !== typedText(message.activity)) await post("edits", { as: state.me.key, chatId: message.chatId, messageId: message.id, text: field.value });
  };
  field.addEventListener("keydown", event => { if (event.key === "Escape") leave(); });
  element.querySelector(".content").replaceChildren(h("div", { class: "editor" }, field,
    h("div", {}, h("button", { type: "button", class: "button", onclick: leave }, "やめる"), h("button", { type: "button", class: "button primary", onclick: save }, "保存"))));
  field.focus();
}

const dayLine = at => keep(`day ${dayOf(at)}`, () => h("div", { class: "day", role: "separator", "aria-label": dayOf(at) }, dayOf(at)));

const welcome = chat => keep("welcome", () => h("div", { class: "empty" }, face(null, true),
  h("p", {}, chat.kind === "channel" ? `@${state.botName} を付けて投稿すると、ボットに届きます。` : "投稿の案を貼り付けるか、質問を入力してください。")));

function keep(key, make) {
  if (!kept.has(key)) kept.set(key, make());
  return kept.get(key);
}
