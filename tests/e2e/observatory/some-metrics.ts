/** Two readings of a histogram and a counter, as a service sends them, as OTLP. */
export function someMetrics(nowMs: number): string[] {
  const startTimeUnixNano = `${nowMs - 60_000}000000`;
  const attributes = [{ key: 'http.route', value: { stringValue: '/shop' } }];
  return [20_000, 10_000].map((agoMs, reading) => {
    const point = { startTimeUnixNano, timeUnixNano: `${nowMs - agoMs}000000`, attributes };
    const counts = ['4', '2', '0'].map((count) => String(Number(count) * (reading + 1)));
    const spread = {
      ...point,
      count: String(6 * (reading + 1)),
      sum: reading + 1,
      bucketCounts: counts,
      explicitBounds: [0.1, 1],
    };
    const duration = {
      name: 'http.server.request.duration',
      unit: 's',
      description: 'How long requests took',
      histogram: { aggregationTemporality: 2, dataPoints: [spread] },
    };
    const orders = {
      name: 'octo.orders.placed',
      unit: '{order}',
      description: 'Orders',
      sum: { aggregationTemporality: 2, isMonotonic: true, dataPoints: [{ ...point, asInt: String(reading + 1) }] },
    };
    const resource = { attributes: [{ key: 'service.name', value: { stringValue: 'octo-drone-shop' } }] };
    return JSON.stringify({ resourceMetrics: [{ resource, scopeMetrics: [{ metrics: [duration, orders] }] }] });
  });
}
