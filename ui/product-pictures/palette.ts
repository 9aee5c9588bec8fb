export interface Material {
  dark: string;
  base: string;
  light: string;
}

function material(dark: string, base: string, light: string): Material {
  return { dark, base, light };
}

export const graphite = material('#12161b', '#363e48', '#8a97a5');
export const slate = material('#2b343e', '#5f6c79', '#b4c0ca');
export const white = material('#8793a0', '#dbe1e6', '#ffffff');
export const silver = material('#4f5a65', '#a7b2bc', '#f7f9fa');
export const carbon = material('#07090b', '#20252b', '#5d6873');
export const sand = material('#857f72', '#cfc9bb', '#f7f4ec');
export const teal = material('#054f49', '#0fa394', '#7ff0e2');
export const amber = material('#8a4a06', '#ee9a2a', '#ffdca0');
export const coral = material('#8f2418', '#f0604a', '#ffb9a8');
export const indigo = material('#232a7a', '#5562e0', '#b6beff');
export const copper = material('#5a2a12', '#c4733c', '#ffd0a3');
export const glass = material('#05070c', '#16202f', '#5d7da6');
export const tan = material('#6d5331', '#b89a6b', '#ecdcb9');

const hueByCategory: Record<string, number> = {
  'Complete Drones': 208,
  'Racing Drones': 16,
  'Camera Drones': 190,
  'Industrial Drones': 46,
  Frames: 226,
  'Motors & ESCs': 26,
  'Flight Controllers': 262,
  'Cameras & Gimbals': 318,
  Batteries: 146,
  Propellers: 172,
  'FPV Gear': 288,
  Accessories: 352,
};

const hueOfServices = 200;
export const serviceCategories: readonly string[] = ['Maintenance', 'Calibration', 'Training', 'Services'];

export function hueOf(category: string): number {
  if (serviceCategories.includes(category)) return hueOfServices;
  return hueByCategory[category] ?? 215;
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

export function mix(from: string, to: string, amount: number): string {
  const target = channels(to);
  const mixed = channels(from).map((value, index) => Math.round(value + ((target[index] ?? value) - value) * amount));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** 0 is the shadow side, 0.5 the body colour, 1 the full highlight. */
export function shade(of: Material, lit: number): string {
  const light = Math.min(1, Math.max(0, lit));
  return light < 0.5 ? mix(of.dark, of.base, light * 2) : mix(of.base, of.light, light * 2 - 1);
}

export function difference(a: string, b: string): number {
  const other = channels(b);
  return channels(a).reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? value)), 0);
}
