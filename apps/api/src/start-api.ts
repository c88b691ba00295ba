// Opens the API to this machine, and to nobody else.
import type { Api } from './http/api.ts';

/** Nothing listens to the world while there is no sign-in. */
export const loopbackHost = '127.0.0.1';

/**
 * Listens on the loopback interface; answers the address that a person opens.
 *
 * @param port 0 takes a free one
 * @throws the system error of the port (EADDRINUSE, EACCES)
 */
export async function startApi(app: Api, { port }: { port: number }): Promise<string> {
  const address = await app.listen({ host: loopbackHost, port, listenTextResolver: (url) => `listening on ${url}` });
  app.log.warn(`sign-in does not exist yet: whoever reaches ${address} on this machine may read and change the city`);
  return address;
}
