// What the page knows. Only this file changes it.

const state = { me: null, people: [], chats: new Map(), unread: {}, botName: "", teamName: "", channelName: "", chosen: null };

export default state;

export function fill(everything) {
  const { chats, me, ...rest } = everything;
  Object.assign(state, rest);
  state.people.forEach((person, index) => { person.hue = index % 6; });
  state.me = state.people.find(person => person.key === me);
  state.chats = new Map(chats.map(chat => [chat.id, { ...chat, messages: new Map(chat.messages.map(message => [message.id, message])) }]));
  if (!state.chats.has(state.chosen)) state.chosen = chats[0].id;
}

/** Takes a new or changed message; false where it concerns a chat this person is not in, or is older than what is known. */
export function take(message) {
  const chat = state.chats.get(message.chatId);
  const known = chat?.messages.get(message.id);
  if (!chat || (known && known.version > message.version)) return false;
  chat.messages.set(message.id, message);
  return true;
}

export const chosenChat = () => state.chats.get(state.chosen);

export const personOf = key => state.people.find(person => person.key === key) ?? null;

export const nameOf = message => message.from ? personOf(message.from)?.name ?? "" : state.botName;

/** Oldest first; ids are numbers that only grow. */
export const messagesOf = chat => [...chat.messages.values()].sort((one, other) => one.id - other.id);

export const unreadOf = (key, chatId) => {
  const counts = state.unread[key] ?? {};
  return chatId ? counts[chatId] ?? 0 : Object.values(counts).reduce((sum, count) => sum + count, 0);
};
