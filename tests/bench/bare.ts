import http from "node:http";

/** A bare Node server, run as a process of its own: answers each path with the bytes and the type that it was given. */
const answers = new Map<string, { type: string; body: Buffer }>();

process.on("message", (given: [path: string, type: string, body: string][]) => {
  for (const [path, type, body] of given) answers.set(path, { type, body: Buffer.from(body, "base64") });
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    process.send?.(typeof address === "object" && address ? address.port : 0);
  });
});

const server = http.createServer((request, response) => {
  const answer = answers.get(request.url ?? "");
  if (answer)
    response.writeHead(200, { "content-type": answer.type, "content-length": answer.body.length }).end(answer.body);
  else response.writeHead(404).end();
});
