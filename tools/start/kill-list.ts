/** What has to end at once when a person is done waiting. */
export interface KillList {
  add(kill: () => void, ended: Promise<unknown>): void;
  killAll(): void;
}

export function createKillList(): KillList {
  const kills = new Set<() => void>();
  return {
    add(kill, ended) {
      kills.add(kill);
      ended.then(() => kills.delete(kill));
    },
    killAll() {
      for (const kill of kills) kill();
    },
  };
}
