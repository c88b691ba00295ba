// Calls the API without a socket and holds every answer against the OpenAPI document that the API itself publishes.
import Ajv from 'ajv/dist/2020.js';
import type { Api } from '../src/http/api.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'OPTIONS';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what came, whatever it is; the document's schemas have judged it
  readonly body: any;
}

export interface Call {
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
  readonly bytes?: Uint8Array;
}

interface Described {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          { responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema?: unknown }>> }>> }
        >
      >
    >
  >;
}

export class ContractClient {
  readonly #api: Api;
  readonly #document: Described;
  readonly #schemas: Ajv.default;
  /** `GET /api/v1/sites 200` for everything that was answered and found to be as documented. */
  readonly seen = new Set<string>();

  constructor(api: Api, document: Described) {
    this.#api = api;
    this.#document = document;
    this.#schemas = new Ajv.default({ strict: false, allErrors: true, validateFormats: false });
    this.#schemas.addSchema(document as object, 'openapi');
  }

  readonly get = (url: string, call?: Call) => this.send('GET', url, call);
  readonly post = (url: string, json: unknown, call?: Call) => this.send('POST', url, { ...call, json });
  readonly put = (url: string, json: unknown, call?: Call) => this.send('PUT', url, { ...call, json });
  readonly delete = (url: string, call?: Call) => this.send('DELETE', url, call);

  async send(method: Method, url: string, { headers = {}, json, text, bytes }: Call = {}): Promise<Answer> {
    const payload = json === undefined ? (bytes === undefined ? text : Buffer.from(bytes)) : JSON.stringify(json);
    const response = await this.#api.inject({
      method,
      url,
      headers: {
        host: '127.0.0.1:8080',
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    });
    const type = String(response.headers['content-type'] ?? '');
    const body = /json/.test(type) ? response.json() : response.body;
    this.#check(method, url, response.statusCode, type, body);
    return { status: response.statusCode, headers: response.headers as Answer['headers'], body };
  }

  /** Addresses outside the document (pages, unknown ones) are not judged. */
  #check(method: Method, url: string, status: number, type: string, body: unknown): void {
    const path = this.#pathOf(url);
    const operation = path === undefined ? undefined : this.#document.paths[path]?.[method.toLowerCase()];
    if (path === undefined || operation === undefined) return;
    const response = operation.responses[String(status)];
    if (response === undefined)
      throw new Error(`${method} ${path} answered ${status}, which is not documented: ${JSON.stringify(body)}`);
    this.seen.add(`${method} ${path} ${status}`);
    const [content] = Object.entries(response.content ?? {});
    if (content === undefined) return;
    const [media, { schema }] = content;
    if (!type.startsWith(media))
      throw new Error(`${method} ${path} ${status} is documented as ${media}, came as ${type}`);
    // A file that is no JSON has no schema.
    if (schema === undefined) return;
    const pointer = ['paths', path, method.toLowerCase(), 'responses', String(status), 'content', media, 'schema'];
    const valid = this.#schemas.validate({ $ref: `openapi#/${pointer.map(escaped).join('/')}` }, body);
    if (!valid) throw new Error(`${method} ${path} ${status} differs from its schema: ${this.#schemas.errorsText()}`);
  }

  #pathOf(url: string): string | undefined {
    const path = url.split('?', 1)[0] ?? '';
    const fits = (pattern: string) => new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path);
    return this.#document.paths[path] === undefined ? Object.keys(this.#document.paths).find(fits) : path;
  }
}

function escaped(step: string): string {
  return encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));
}
