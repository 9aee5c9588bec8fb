import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as cart from '@octo/contracts/cart.ts';
import * as catalog from '@octo/contracts/catalog.ts';
import * as checkout from '@octo/contracts/checkout.ts';
import type { Endpoint } from '@octo/contracts/endpoint.ts';
import { internalEndpoints } from '@octo/contracts/integrations.ts';
import * as meta from '@octo/contracts/meta.ts';
import { shopViewEndpoints } from '@octo/contracts/observability.ts';
import * as shops from '@octo/contracts/shops.ts';
import type { TSchema } from 'typebox';
import { createTestShop } from './testing/test-shop.ts';

const t = await createTestShop();
after(() => t[Symbol.asyncDispose]());
const answer = await t.app.inject('/openapi.json');
const description = answer.json();

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'path' in value && 'responses' in value;
}

const endpoints: Endpoint[] = [
  ...[cart, catalog, checkout, meta, shops].flatMap((contract) => Object.values(contract).filter(isEndpoint)),
  ...internalEndpoints.shop,
  ...shopViewEndpoints,
];

function pathOf({ path }: Endpoint): string {
  return path.replace(/:(\w+)/g, '{$1}');
}

function namesOf(schema: TSchema | undefined): string[] {
  return schema && 'properties' in schema ? Object.keys(Object(schema.properties)) : [];
}

function requiredOf(schema: TSchema | undefined): string[] {
  return schema && 'required' in schema && Array.isArray(schema.required) ? schema.required.map(String) : [];
}

test('is OpenAPI 3.1, and may be read again when it changed', () => {
  assert.equal(answer.statusCode, 200);
  assert.match(String(answer.headers['content-type']), /^application\/json/);
  assert.equal(description.openapi, '3.1.0');
  assert.ok(description.info.title && description.info.version);
});

test('describes the endpoints of the contracts and nothing else', () => {
  const described = Object.entries(description.paths).flatMap(([path, operations]) =>
    Object.keys(Object(operations)).map((method) => `${method} ${path}`),
  );
  const promised = endpoints.map((endpoint) => `${endpoint.method.toLowerCase()} ${pathOf(endpoint)}`);
  assert.equal(promised.length, 21);
  assert.deepEqual(described.sort(), promised.sort());
});

for (const endpoint of endpoints) {
  const { method, path } = endpoint;
  const operation = description.paths[pathOf(endpoint)]?.[method.toLowerCase()];

  test(`${method} ${path}: parameters as promised`, () => {
    const described = (operation.parameters ?? []).map((parameter: { in: string; name: string; required?: boolean }) =>
      [parameter.in, parameter.name, parameter.required === true].join(' '),
    );
    const promised = [
      ...namesOf(endpoint.params).map((name) => `path ${name} true`),
      ...namesOf(endpoint.querystring).map(
        (name) => `query ${name} ${requiredOf(endpoint.querystring).includes(name)}`,
      ),
      ...namesOf(endpoint.headers).map((name) => `header ${name} ${requiredOf(endpoint.headers).includes(name)}`),
    ];
    assert.deepEqual(described.sort(), promised.sort());
    for (const { schema } of operation.parameters ?? []) assert.ok(schema.type ?? schema.enum);
  });

  test(`${method} ${path}: body and answers as promised`, () => {
    const body = operation.requestBody?.content['application/json'].schema;
    assert.deepEqual(Object.keys(body?.properties ?? {}), namesOf(endpoint.body));
    assert.deepEqual(body?.required ?? [], requiredOf(endpoint.body));
    assert.deepEqual(Object.keys(operation.responses).sort(), [...Object.keys(endpoint.responses), 'default'].sort());
    for (const [status, schema] of Object.entries(endpoint.responses)) {
      const described = operation.responses[status].content['application/json'].schema;
      assert.deepEqual(Object.keys(described.properties), namesOf(schema));
      assert.ok(operation.responses[status].description);
    }
    const failure = operation.responses.default.content['application/problem+json'].schema;
    for (const name of ['code', 'message', 'status', 'trace_id']) assert.ok(failure.required.includes(name));
    assert.ok(operation.summary && operation.tags.length === 1);
  });
}
