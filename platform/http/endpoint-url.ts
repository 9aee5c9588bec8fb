/** Where an endpoint lies, as contracts write it: `/api/orders/:id`. */
export interface EndpointAddress {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
}

interface Parts {
  params?: Readonly<Record<string, string | number>>;
  query?: Readonly<Record<string, string | number | undefined>>;
}

/** The address of one call. Throws when a parameter of the path is missing: that is a mistake in the program. */
export function endpointUrl(baseUrl: string, endpoint: EndpointAddress, { params = {}, query = {} }: Parts): URL {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new TypeError(`${endpoint.path} wants ${name}`);
    return encodeURIComponent(value);
  });
  const url = new URL(`${baseUrl}${path}`);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
  return url;
}
