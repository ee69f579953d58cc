// The box to write in: Enter sends, Shift+Enter breaks the line, a pasted text keeps its lines, @ names the bot.
import { post } from "./api.js";
import { tray } from "./attach.js";
import { face, h, icon } from "./dom.js";
import state, { chosenChat } from "./store.js";

/** Fills the form. `leave` is called on Escape in an empty box, where there is something to go back to. */
export function composer(form, { threadId = null, label, leave = null, id = null }) {
  const chat = chosenChat();
  const isChannel = chat.kind === "channel";
  const words = h("textarea", { id, rows: "1", placeholder: label, "aria-label": label, enterkeyhint: "send", autocomplete: "off" });
  const hint = h("span", { class: "compose-hint" });
  const attached = tray(isChannel, () => look());
  const suggest = h("div", { class: "suggest", role: "listbox", "aria-label": "宛先の候補", hidden: true },
    h("div", { role: "option", "aria-selected": "true", onmousedown: event => { event.preventDefault(); complete(); } }, face(null), h("b", {}, state.botName), "ボット"));

  const grow = () => {
    words.style.height = "auto";
    words.style.height = `${words.scrollHeight}px`;
  };
  const begun = () => words.value.slice(0, words.selectionStart).match(/(?:^|\s)[@＠]([^\s@＠]*)$/)?.[1];
  const look = () => {
    const typed = begun();
    suggest.hidden = typed === undefined || !state.botName.startsWith(typed) || typed === state.botName;
    hint.textContent = isChannel && !words.value.includes(`@${state.botName}`) ? "@ を付けるとボットに届きます" : "";
    grow();
  };
  const complete = () => {
    const at = words.selectionStart - (begun()?.length ?? -1) - 1;
    words.setRangeText(`@${state.botName} `, at, words.selectionStart, "end");
    words.focus();
    look();
  };
  const send = async () => {
    // Blanks in front are the writer's: a paragraph in Japanese begins with one.
    const text = words.value.trimEnd();
    if (!text && attached.files.length === 0) return;
    const files = attached.take();
    words.value = "";
    look();
    try {
      await post("messages", { as: state.me.key, chatId: chat.id, threadId, text, files });
    } catch {
      words.value = text;
      attached.putBack(files);
      look();
      hint.textContent = "送信できませんでした。もう一度お試しください。";
    }
  };

  words.addEventListener("input", look);
  words.addEventListener("paste", attached.onPaste);
  words.addEventListener("blur", () => { suggest.hidden = true; });
  words.addEventListener("keydown", event => {
    // While an input method is composing, Enter belongs to it.
    if (event.isComposing || event.keyCode === 229) return;
    if (!suggest.hidden && (event.key === "Enter" || event.key === "Tab")) complete();
    else if (!suggest.hidden && event.key === "Escape") suggest.hidden = true;
    else if (event.key === "Escape" && leave && !words.value) leave();
    else if (event.key === "Enter" && !event.shiftKey) send();
    else return;
    event.preventDefault();
  });
  form.onsubmit = event => {
    event.preventDefault();
    send();
  };
  form.replaceChildren(suggest, attached.row, attached.chooser, h("div", { class: "compose-box" }, words,
    h("div", { class: "compose-tools" },
      attached.button,
      isChannel && h("button", { type: "button", class: "quiet icon-button", "aria-label": `${state.botName}を宛先に入れる`, onclick: complete }, icon("at")),
      h("button", { type: "submit", class: "quiet icon-button send", "aria-label": "送信" }, icon("send")))), hint);
  look();
}
