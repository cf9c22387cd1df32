// node:sqlite alone behind a bare node:http server: `POST /` with { sql, values } answers with the rows as JSON.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

const database = new DatabaseSync(process.argv[2] ?? ':memory:', { readOnly: true });
const statements = new Map<string, StatementSync>();

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { sql, values } = JSON.parse(Buffer.concat(chunks).toString()) as { sql: string; values: SQLInputValue[] };
    let statement = statements.get(sql);
    if (!statement) statements.set(sql, (statement = database.prepare(sql)));
    const answer = Buffer.from(JSON.stringify(statement.all(...values)));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
    response.end(answer);
  });
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })}\n`);
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  database.close();
});
