import { type TSchema, Type } from 'typebox';
import type { Endpoint } from './endpoint.ts';
import {
  Event,
  type EventType,
  eventTypes,
  internalEndpoints,
  internalKeyHeader,
  receiveEvent,
} from './integrations.ts';
import { Problem } from './problem.ts';

type ServiceName = keyof typeof internalEndpoints;

/**
 * What a service serves the others, takes from them and sends them, as an OpenAPI 3.1 document. The messages that it takes are
 * the bodies of its endpoint for events; those that it sends are its webhooks.
 */
export function describeIntegrations(service: ServiceName, info: { title: string; version: string }) {
  const endpoints: readonly Endpoint[] = internalEndpoints[service];
  const bodies = Type.Union(typesWhere('consumer', service).map(messageOf));
  const sent = typesWhere('producer', service);
  return {
    openapi: '3.1.0',
    info,
    security: [{ internalKey: [] }],
    components: { securitySchemes: { internalKey: { type: 'apiKey', in: 'header', name: internalKeyHeader } } },
    paths: Object.fromEntries(
      endpoints.map((endpoint) => [
        endpoint.path,
        { [endpoint.method.toLowerCase()]: operationOf(endpoint, endpoint === receiveEvent ? bodies : undefined) },
      ]),
    ),
    webhooks: Object.fromEntries(sent.map((type) => [type, { post: operationOf(receiveEvent, messageOf(type)) }])),
  };
}

function typesWhere(side: 'producer' | 'consumer', service: ServiceName): EventType[] {
  return Object.entries(eventTypes).flatMap(([type, ends]) => (ends[side] === service ? asEventType(type) : []));
}

/** A key of the table of types. */
function asEventType(type: string): EventType {
  return type as EventType;
}

/** An event with what its type says. */
function messageOf(type: EventType): TSchema {
  return Type.Object({ ...Event.properties, type: Type.Literal(type), payload: eventTypes[type].payload });
}

function operationOf({ summary, tag, querystring, responses }: Endpoint, body: TSchema | undefined) {
  return {
    summary,
    tags: [tag],
    ...(querystring ? { parameters: parametersOf(querystring) } : {}),
    ...(body ? { requestBody: { required: true, content: contentOf('application/json', body) } } : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(responses).map(([status, schema]) => [
          status,
          { description: 'Done', content: contentOf('application/json', schema) },
        ]),
      ),
      default: { description: 'The request failed', content: contentOf('application/problem+json', Problem) },
    },
  };
}

function contentOf(type: string, schema: TSchema) {
  return { [type]: { schema } };
}

function parametersOf(querystring: TSchema) {
  const properties = 'properties' in querystring ? Object.entries(Object(querystring.properties)) : [];
  const required: unknown = 'required' in querystring ? querystring.required : [];
  return properties.map(([name, schema]) => ({
    name,
    in: 'query',
    required: Array.isArray(required) && required.includes(name),
    schema,
  }));
}
