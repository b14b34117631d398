// An ESM import of node:http loads every lazy export, undici among them: 20 ms of each cold start.
const http = process.getBuiltinModule('node:http');

const version = '/2018-06-01/runtime';

const textOf = (response) =>
  new Promise((resolve, reject) => {
    const chunks = [];
    response.on('data', (chunk) => chunks.push(chunk));
    response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    response.on('error', reject);
  });

/** The host is gone: whatever this process still does would go unseen. */
const leave = () => process.exit(1);

/** The peak in KiB, where the host can not read it from /proc. */
const peakMemory = () =>
  process.platform === 'linux' ? {} : { 'atlas-peak-memory': String(process.resourceUsage().maxRSS) };

/** A client of the Lambda Runtime API over one connection; the process ends with the connection. */
export const openRuntimeClient = (address) => {
  const [host, port] = address.split(':');
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const watched = new WeakSet();

  const send = ({ method, path, headers = {}, body }) =>
    new Promise((resolve) => {
      const request = http.request({ agent, host, port, method, path: `${version}${path}`, headers });
      request.on('socket', (socket) => {
        if (watched.has(socket)) return;
        watched.add(socket);
        socket.once('close', leave);
      });
      request.on('response', (response) =>
        textOf(response).then((text) => resolve({ headers: response.headers, body: text }), leave),
      );
      request.on('error', leave);
      request.end(body);
    });

  const post = (path, { body, errorType }) =>
    send({
      method: 'POST',
      path,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        ...(errorType && { 'lambda-runtime-function-error-type': encodeURI(errorType) }),
        ...peakMemory(),
      },
      body,
    });

  return {
    next: () => send({ method: 'GET', path: '/invocation/next' }),
    answer: (requestId, answer) => post(`/invocation/${requestId}/${answer.kind}`, answer),
    failInit: (answer) => post('/init/error', answer),
  };
};
