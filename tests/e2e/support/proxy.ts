import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A proxy on loopback that sends the named hosts to the site and refuses every other: Firefox has no `--host-resolver-rules`. */
export interface Proxy {
  readonly port: number;
  close(): void;
}

/** Starts the proxy; `hosts` maps a host's name to a port of loopback. */
export async function startProxy(hosts: Readonly<Record<string, number>>): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const server = createServer((_, response) => {
    response.writeHead(502);
    response.end();
  });
  server.on('connect', (request, client: Socket) => {
    sockets.add(client);
    client.on('close', () => sockets.delete(client));
    client.on('error', () => client.destroy());
    const port = hosts[(request.url ?? '').split(':')[0] ?? ''];
    if (port === undefined) {
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
