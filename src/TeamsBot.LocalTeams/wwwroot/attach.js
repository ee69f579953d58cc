// What is about to be sent besides text: pasted pictures and chosen files, each with a way to take it out again.
import { h, icon } from "./dom.js";
import { enclose } from "./files.js";

/** The tray above the box to write in. `changed` is called when its content changes. */
export function tray(isChannel, changed) {
  let files = [];
  const row = h("div", { class: "tray", "aria-label": "添付", hidden: true });
  const chooser = h("input", { type: "file", multiple: true, hidden: true, accept: "image/*,.heic,.heif,.pdf", "aria-label": "ファイルを選ぶ" });
  const button = h("button", { type: "button", class: "quiet icon-button", "aria-label": "画像やファイルを添付する", title: "添付", onclick: () => chooser.click() }, icon("clip"));

  const draw = () => {
    row.hidden = files.length === 0;
    row.replaceChildren(...files.map(file => h("span", { class: "tray-item" }, file.name,
      h("button", { type: "button", class: "quiet", "aria-label": `${file.name}を外す`, onclick: () => { files = files.filter(other => other !== file); draw(); } }, "×"))));
    changed();
  };
  const add = async (list, isPasted) => {
    files = [...files, ...await Promise.all([...list].map(file => enclose(file, isPasted)))];
    draw();
  };
  // In a channel only pasted pictures reach a bot; what is chosen there is sent as one.
  chooser.addEventListener("change", async () => {
    await add(chooser.files, isChannel);
    chooser.value = "";
  });

  return {
    row, button, chooser,
    get files() { return files; },
    onPaste(event) {
      const pictures = [...event.clipboardData?.files ?? []].filter(file => file.type.startsWith("image/"));
      if (pictures.length === 0) return;
      event.preventDefault();
      add(pictures, true);
    },
    take() {
      const taken = files;
      files = [];
      draw();
      return taken;
    },
    putBack(taken) {
      files = taken;
      draw();
    },
  };
}
