// Serves this folder on one machine and passes the API's calls on to a local deployment, so that page and API share an
// origin and no CORS is needed:   node clients/web/serve.mjs   (PORT 8080, CAIRN_URL http://127.0.0.1:3000)

import {createReadStream} from 'node:fs';
import {createServer, request} from 'node:http';
import {extname, join, normalize} from 'node:path';

const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const cairn = new URL(process.env.CAIRN_URL ?? 'http://127.0.0.1:3000');
const port = Number(process.env.PORT ?? 8080);
const TYPES = {'.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8'};

const pass = (incoming, reply) => {
  const {origin, ...headers} = incoming.headers;
  const outgoing = request(new URL(incoming.url, cairn), {method: incoming.method, headers: {...headers, host: cairn.host}}, (answer) => {
    reply.writeHead(answer.statusCode, answer.headers);
    answer.pipe(reply);
  });
  outgoing.on('error', () => reply.writeHead(502).end());
  incoming.pipe(outgoing);
};

const serve = (path, reply) => {
  const type = TYPES[extname(path)];
  const file = createReadStream(join(here, normalize(path)));
  file.on('open', () => reply.writeHead(type ? 200 : 404, {'content-type': type ?? 'text/plain'}));
  file.on('error', () => reply.writeHead(404).end());
  file.pipe(reply);
};

createServer((incoming, reply) => {
  const {pathname} = new URL(incoming.url, 'http://here');
  /^\/(v1|local)\//.test(pathname) ? pass(incoming, reply) : serve(pathname === '/' ? '/demo.html' : pathname, reply);
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/demo.html, with Cairn at ${cairn.origin}`));
