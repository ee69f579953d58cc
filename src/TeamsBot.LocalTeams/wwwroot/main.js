// Starts the page and redraws what a change touches.
import { getState, post } from "./api.js";
import { drawChats, titleOf } from "./chats.js";
import { composer } from "./compose.js";
import { face, h, icon } from "./dom.js";
import { listen } from "./live.js";
import { drawMessages, forget } from "./messages.js";
import { drawPeople } from "./people.js";
import state, { chosenChat, fill, messagesOf, nameOf, take, unreadOf } from "./store.js";
import { glimpse } from "./words.js";

const part = id => document.getElementById(id);
const address = new URLSearchParams(location.search);
const waiting = [];
let isReady = false;
let typingTimer;

listen((kind, data) => {
  part("offline").hidden = kind !== "lost";
  if (kind === "hello") load();
  else if (isReady) apply(kind, data);
  else if (kind !== "lost") waiting.push([kind, data]);
});

part("theme").addEventListener("click", () => {
  const next = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
  localStorage.setItem("local-teams-theme", document.documentElement.dataset.theme = next);
  drawThemeButton();
});
part("back").append(icon("back"));
part("back").addEventListener("click", () => {
  document.body.dataset.view = "list";
  part("chats").querySelector("[aria-current]")?.focus();
});
document.addEventListener("visibilitychange", markRead);
drawThemeButton();

async function load() {
  isReady = false;
  try {
    fill(await getState(address.get("as")));
  } catch {
    // The stream says hello again when the server is back.
    part("offline").hidden = false;
    return;
  }
  isReady = true;
  const asked = [...state.chats.values()].find(chat => chat.kind === address.get("chat"));
  if (asked && !load.done) choose(asked.id, false);
  else show();
  load.done = true;
  for (const [kind, data] of waiting.splice(0)) apply(kind, data);
}

function apply(kind, data) {
  if (kind === "unread") {
    state.unread = data;
    drawAround();
    markRead();
  } else if (kind === "typing" && data.chatId === state.chosen) {
    part("typing").textContent = `${state.botName}が入力しています…`;
    clearTimeout(typingTimer);
    typingTimer = setTimeout(stopTyping, 3_000);
  } else if (kind === "message" && take(data)) {
    if (data.chatId === state.chosen) drawMessages();
    if (!data.from) {
      stopTyping();
      if (data.version === 1) part("said").textContent = `${nameOf(data)}：${glimpse(data)}`;
    }
    drawAround();
  }
}

function choose(chatId, isByHand = true) {
  state.chosen = chatId;
  document.body.dataset.view = "chat";
  const next = new URL(location.href);
  next.searchParams.set("as", state.me.key);
  next.searchParams.set("chat", chosenChat().kind);
  history.replaceState(null, "", next);
  show();
  // On a phone the keyboard would cover what one came to read.
  if (isByHand) part(isNarrow() ? "back" : "words").focus({ preventScroll: true });
}

function show() {
  const chat = chosenChat();
  const isChannel = chat.kind === "channel";
  part("face").replaceChildren(isChannel ? h("span", { class: "hash large", "aria-hidden": "true" }, "#") : face(null, true));
  part("title").textContent = titleOf(chat);
  part("subtitle").textContent = isChannel ? `${state.teamName}・${state.people.length}人` : "アプリとのチャット";
  part("missing").hidden = "AdaptiveCards" in window && "markdownit" in window;
  part("missing").textContent = "カードを表示する部品（adaptivecards）がありません。Node.js と npm を入れて、もう一度ビルドしてください。文字のメッセージはこのまま使えます。";
  composer(part("compose"), { id: "words", label: isChannel ? "新しい投稿を入力" : "メッセージを入力" });
  forget();
  drawMessages();
  drawAround();
  markRead();
}

function drawAround() {
  drawChats(choose);
  drawPeople();
  const count = unreadOf(state.me.key);
  document.title = `${count ? `(${count}) ` : ""}${state.me.name} | ローカル Teams`;
}

function markRead() {
  if (!isReady || document.hidden || (isNarrow() && document.body.dataset.view === "list")) return;
  const last = messagesOf(chosenChat()).at(-1);
  if (last && unreadOf(state.me.key, state.chosen) > 0) post("read", { as: state.me.key, chatId: state.chosen, messageId: last.id }).catch(() => {});
}

function isNarrow() {
  return matchMedia("(max-width: 720px)").matches;
}

function stopTyping() {
  part("typing").textContent = "";
}

function drawThemeButton() {
  const isDark = document.documentElement.dataset.theme === "dark";
  part("theme").replaceChildren(icon(isDark ? "sun" : "moon"));
  part("theme").setAttribute("aria-label", isDark ? "明るい表示にする" : "暗い表示にする");
}
