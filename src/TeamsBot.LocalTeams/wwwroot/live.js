// Live updates. A browser allows six connections to one host, and every person is a tab: where it can, all tabs share one stream through a worker.
import { eventsAt, filesAt } from "./api.js";

export const kinds = ["hello", "message", "typing", "unread"];

/** Calls `tell(kind, data)` for each event, and `tell("lost")` while there is no connection. */
export function listen(tell) {
  if ("SharedWorker" in window) {
    const worker = new SharedWorker(`${filesAt}/live-worker.js#${eventsAt}`, { name: `local-teams ${eventsAt}` });
    worker.port.onmessage = event => tell(event.data.kind, event.data.data);
    worker.port.start();
    return;
  }
  const source = new EventSource(eventsAt);
  source.onerror = () => tell("lost");
  for (const kind of kinds) source.addEventListener(kind, event => tell(kind, kind === "hello" ? event.data : JSON.parse(event.data)));
}
