export function isInstalled(dir: string): boolean;
export function withInstallLock<T>(dir: string, work: () => Promise<T>): Promise<T>;
export function findNpm(): string;
