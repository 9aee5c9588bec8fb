const names = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];
const longest = 20;

/** As the sender words it, else by its number: four to each name. */
export function severityOf(text: string, number: number): string {
  if (text !== '') return text.slice(0, longest).toUpperCase();
  return names[Math.ceil(number / 4) - 1] ?? '';
}
