export interface Notes {
  add(note: string): void;
  all(): string[];
}

const most = 20;

/** The last things that an operator should know, each once. */
export function createNotes(onNew: (note: string) => void): Notes {
  const notes = new Set<string>();
  return {
    add(note) {
      if (notes.has(note)) return;
      notes.add(note);
      onNew(note);
      const [oldest] = notes;
      if (notes.size > most && oldest !== undefined) notes.delete(oldest);
    },
    all: () => [...notes],
  };
}
