// Files in messages: pictures as they are, other files by name, and Teams' own card that offers a file.
import { fileAt, post } from "./api.js";
import { h } from "./dom.js";
import state from "./store.js";

const inline = /\/v3\/attachments\/([0-9a-f]+)\/views\//;
const types = {
  shared: "application/vnd.microsoft.teams.file.download.info",
  offered: "application/vnd.microsoft.teams.card.file.consent",
  given: "application/vnd.microsoft.teams.card.file.info",
};

/** The elements of a message's files, in their order. */
export function filesOf(message) {
  return (message.activity?.attachments ?? []).map(item => {
    const id = item.contentType.startsWith("image/") ? item.contentUrl?.match(inline)?.[1] : item.content?.uniqueId;
    if (id && item.contentType.startsWith("image/")) return picture(id, "貼り付けた画像");
    if (item.contentType === types.shared) return isPicture(item.name) ? picture(id, item.name) : chip(item.name, id);
    if (item.contentType === types.offered) return offer(message, item);
    if (item.contentType === types.given) return h("div", { class: "file-card" }, h("b", {}, item.name), h("p", {}, "OneDriveに保存しました。"), link(id, item.name));
    return null;
  }).filter(Boolean);
}

/** Reads a chosen or pasted file for sending. */
export function enclose(file, isPasted) {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done({ name: file.name, isPasted, data: reader.result.slice(reader.result.indexOf(",") + 1) });
    reader.onerror = fail;
    reader.readAsDataURL(file);
  });
}

const isPicture = name => /\.(jpe?g|png|gif|webp)$/i.test(name ?? "");

const chip = (name, id) => h("div", { class: "file-card" }, h("b", {}, name), link(id, name));

const link = (id, name) => h("a", { href: fileAt(id), download: name }, "開く");

function picture(id, name) {
  const image = h("img", { class: "picture", src: fileAt(id), alt: name, loading: "lazy" });
  // What is no picture, or one this browser does not draw, is shown by its name.
  image.addEventListener("error", () => image.replaceWith(chip(name, id)));
  return image;
}

function offer(message, item) {
  const size = Math.max(1, Math.round((item.content?.sizeInBytes ?? 0) / 1024));
  const box = h("div", { class: "file-card", role: "group", "aria-label": "ファイルの受け取り" },
    h("b", {}, item.name), h("p", {}, `${item.content?.description ?? ""}（${size}KB）`));
  const buttons = h("div", { class: "file-buttons" });
  const answer = async isAccepted => {
    buttons.replaceChildren(h("span", {}, isAccepted ? "アップロードしています…" : "辞退しました"));
    const answered = await post("consents", { as: state.me.key, chatId: message.chatId, messageId: message.id, isAccepted }).catch(() => null);
    if (!answered?.isAccepted) buttons.replaceChildren(h("span", { class: "problem" }, "うまくいきませんでした"));
    else if (isAccepted) buttons.replaceChildren(h("span", {}, "許可しました"));
  };
  buttons.append(h("button", { type: "button", class: "button primary", onclick: () => answer(true) }, "許可"), h("button", { type: "button", class: "button", onclick: () => answer(false) }, "拒否"));
  box.append(buttons);
  return box;
}
