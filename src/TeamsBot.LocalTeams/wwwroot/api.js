// Requests to the stand-in. The browser adds the Origin header that the server asks for.
const base = `${document.body.dataset.prefix}/page`;

export const filesAt = `${document.body.dataset.prefix}/files`;
export const fileAt = id => `${base}/files/${encodeURIComponent(id)}`;
export const eventsAt = `${base}/events`;

export async function getState(me) {
  const response = await fetch(`${base}/state?as=${encodeURIComponent(me ?? "")}`, { cache: "no-store" });
  if (!response.ok) throw new Error(`state ${response.status}`);
  return response.json();
}

export async function post(path, body) {
  const response = await fetch(`${base}/${path}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path} ${response.status}`);
  return response.status === 204 ? null : response.json();
}
