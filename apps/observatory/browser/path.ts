export const browserIntakePath = '/intake/browser/v1/traces';
