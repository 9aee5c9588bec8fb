import { guarded } from '../endpoint.ts';
import { GatewayState } from '../integrations.ts';

export const getGatewayAtShop = guarded({
  method: 'GET',
  path: '/api/platform/gateway-at-shop',
  summary: 'How the shop finds the workflow gateway; 503 while the shop cannot be asked',
  tag: 'Workflows',
  access: 'workflows.read',
  responses: { 200: GatewayState },
});
