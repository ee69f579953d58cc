// Holds the one event stream of this browser and passes every event to all open tabs.
const ports = new Set();
const source = new EventSource(self.location.hash.slice(1));
let hello = null;

const tell = (kind, data) => {
  for (const port of ports) port.postMessage({ kind, data });
};

source.onerror = () => {
  hello = null;
  tell("lost");
};
source.addEventListener("hello", event => tell("hello", hello = event.data));
for (const kind of ["message", "typing", "unread"]) source.addEventListener(kind, event => tell(kind, JSON.parse(event.data)));

self.onconnect = event => {
  const port = event.ports[0];
  ports.add(port);
  if (hello !== null) port.postMessage({ kind: "hello", data: hello });
};
