// The API reference for people: Swagger UI and ReDoc over our own document, every file from this server.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { OpenApiDocument } from './openapi.ts';

const require = createRequire(import.meta.url);
const swaggerUiFiles = join(dirname(require.resolve('@fastify/swagger-ui/package.json')), 'static');
const redocBundle = require.resolve('redoc/bundles/redoc.standalone.js');

export async function referencePages(app: FastifyInstance, document: OpenApiDocument): Promise<void> {
  let text: string | undefined;
  app.get('/api/v1/openapi.json', async (_request, reply) => {
    text ??= JSON.stringify(document);
    return reply.type('application/json').send(text);
  });

  app.get('/api/v1/docs', async (_request, reply) => reply.type('text/html').send(swaggerUiPage));
  app.get('/api/v1/docs/start.js', async (_request, reply) => reply.type('text/javascript').send(startSwaggerUi));
  await app.register(fastifyStatic, {
    root: swaggerUiFiles,
    prefix: '/api/v1/docs/files/',
    allowedPath: (path) => ['/swagger-ui.css', '/swagger-ui-bundle.js', '/favicon-32x32.png'].includes(path),
    decorateReply: false,
  });

  let redoc: string | undefined;
  app.get('/api/v1/redoc', async (_request, reply) => reply.type('text/html').send(redocPage));
  app.get('/api/v1/redoc/start.js', async (_request, reply) => reply.type('text/javascript').send(startRedoc));
  app.get('/api/v1/redoc/redoc.js', async (_request, reply) => {
    redoc ??= withoutForeignLogo(await readFile(redocBundle, 'utf8'));
    return reply.type('text/javascript').header('cache-control', 'max-age=3600').send(redoc);
  });
}

/** ReDoc shows its maker's logo from that maker's server, and this page loads nothing from elsewhere. */
function withoutForeignLogo(bundle: string): string {
  return bundle.replaceAll('https://cdn.redoc.ly/redoc/logo-mini.svg', emptyPicture);
}

const emptyPicture = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

const page = (title: string, head: string, body: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/api/v1/docs/files/favicon-32x32.png">
${head}
</head>
<body>
${body}
</body>
</html>
`;

const swaggerUiPage = page(
  'City Resource Graph API',
  '<link rel="stylesheet" href="/api/v1/docs/files/swagger-ui.css">',
  `<main id="reference"></main>
<script src="/api/v1/docs/files/swagger-ui-bundle.js"></script>
<script src="/api/v1/docs/start.js"></script>`,
);

const startSwaggerUi = `SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  validatorUrl: null,
});
`;

const redocPage = page(
  'City Resource Graph API reference',
  '',
  `<main id="reference"></main>
<script src="/api/v1/redoc/redoc.js"></script>
<script src="/api/v1/redoc/start.js"></script>`,
);

const startRedoc = `Redoc.init('/api/v1/openapi.json', { disableSearch: false }, document.getElementById('reference'));
`;
