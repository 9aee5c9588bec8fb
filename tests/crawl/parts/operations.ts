/** An endpoint as openapi.json tells of it. */
export interface Operation {
  name: string;
  method: string;
  path: string;
  query: Parameter[];
  hasBody: boolean;
}

export interface Parameter {
  in: string;
  name: string;
  schema: Schema;
}

export interface Schema {
  type?: string;
  enum?: unknown[];
  minimum?: number;
}

/** What an endpoint is called with. */
export interface Call {
  params?: Record<string, string | number>;
  query?: Record<string, string | number>;
  body?: object;
  headers?: Record<string, string>;
  /** The answer that is a good one; by default any that says so of itself. */
  status?: number;
}

interface Described {
  parameters?: Parameter[];
  requestBody?: unknown;
}

/** Every endpoint that an OpenAPI description tells of. */
export function operationsIn(openapi: Record<string, unknown>): Operation[] {
  const paths: Record<string, Record<string, Described>> = Object(openapi.paths);
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      query: parameters.filter((parameter) => parameter.in === 'query'),
      hasBody: requestBody !== undefined,
    })),
  );
}

/** The address that a call goes to. */
export function pathOf({ path }: Operation, { params = {}, query = {} }: Call): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => String(params[name]));
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();
  return search === '' ? filled : `${filled}?${search}`;
}
