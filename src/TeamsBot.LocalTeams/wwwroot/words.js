// Times in Japan's time with the weekday, and texts made safe to show.
import { h } from "./dom.js";

const day = new Intl.DateTimeFormat("ja-JP", { timeZone: "Asia/Tokyo", month: "long", day: "numeric", weekday: "short" });
const clock = new Intl.DateTimeFormat("ja-JP", { timeZone: "Asia/Tokyo", hour: "2-digit", minute: "2-digit" });

export const dayOf = at => day.format(new Date(at));
export const timeOf = at => clock.format(new Date(at));
export const fullTimeOf = at => `${dayOf(at)} ${timeOf(at)}`;

// What Teams knows of markdown in messages and cards: emphasis, links, lists. Headings, tables, code and pictures it does not draw.
const markdown = window.markdownit?.("zero", { breaks: true }).enable(["emphasis", "link", "list", "newline", "escape", "entity"]);
if (markdown) {
  markdown.renderer.rules.link_open = (tokens, at, options, _, self) => {
    tokens[at].attrSet("target", "_blank");
    tokens[at].attrSet("rel", "noopener noreferrer");
    return self.renderToken(tokens, at, options);
  };
}

/** HTML that is safe to insert: the reader escapes every tag of the source and refuses script addresses. */
export const toHtml = text => markdown ? markdown.render(text) : null;

/** What the person typed, from what went to the bot: mentions as names, entities decoded. */
export function typedText(activity) {
  return decode((activity?.text ?? "").replace(/<at>(.*?)<\/at>/g, "@$1"));
}

/** The text of a message as nodes. */
export function textNodes(activity, isFromBot) {
  const text = activity.text ?? "";
  const html = isFromBot && activity.textFormat !== "plain" ? toHtml(text.replace(/<at>(.*?)<\/at>/g, "**@$1**")) : null;
  if (html !== null) {
    const box = h("div");
    box.innerHTML = html;
    return box;
  }
  const parts = text.split(/<at>(.*?)<\/at>/g);
  return h("div", { class: "plain" }, parts.map((part, index) => index % 2 ? h("span", { class: "mention" }, decode(part)) : isFromBot ? part : decode(part)));
}

/** One line that stands for a message: in the list, and for screen readers. */
export function glimpse(message) {
  if (message.isDeleted) return "（削除されました）";
  const activity = message.activity;
  if (activity.text) return typedText(activity).replace(/\*\*/g, "").replace(/\s+/g, " ");
  if (message.from && (activity.attachments ?? []).some(item => item.contentType !== "text/html")) return "画像・ファイルを送りました";
  return activity.summary || cardsOf(message).map(firstText).find(Boolean) || "カードが届きました";
}

export const cardsOf = message => (message.activity?.attachments ?? [])
  .filter(item => item.contentType === "application/vnd.microsoft.card.adaptive" && item.content).map(item => item.content);

function firstText(element) {
  if (Array.isArray(element)) return element.map(firstText).find(Boolean);
  if (!element || typeof element !== "object") return null;
  return element.type === "TextBlock" ? element.text : firstText(element.body ?? element.items ?? element.columns);
}

function decode(text) {
  return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
}
