// What the seed's hook (use-chat.ts) does, with an unmodified socket.io-client: connect, listen, ask, say what came.
// Usage: node web_client.cjs ADDRESS TOKEN SESSION TEXT. Prints one JSON line for each event; ends at the summary.
const { io } = require("socket.io-client");

const [address, token, sessionId, content] = process.argv.slice(2);
const say = (event, data) => console.log(JSON.stringify({ event, data: data ?? null }));
const socket = io(address, { auth: { token }, query: { sessionId } });

socket.on("connect", () => {
  say("connect");
  socket.emit("refine", { sessionId, content, timestamp: new Date().toISOString() });
});
for (const event of ["message", "typing", "error", "disconnect"]) {
  socket.on(event, (data) => say(event, data));
}
socket.on("connect_error", (error) => {
  say("connect_error", { message: error.message, data: error.data });
  socket.disconnect();
});
socket.on("summary-update", (data) => {
  say("summary-update", data);
  socket.disconnect();
});
setTimeout(() => process.exit(3), 20000).unref();
