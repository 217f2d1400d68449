/** Calls a function with the warnings written meanwhile, which are not printed. */
export async function withSilentConsole<T>(
  act: (warnings: readonly string[]) => Promise<T>,
): Promise<T> {
  const {warn} = console;
  const warnings: string[] = [];
  console.warn = (line: string) => warnings.push(line);
  try {
    return await act(warnings);
  } finally {
    console.warn = warn;
  }
}

/** Records the warnings of each test of a suite or file, and does not print them. */
export function recordWarnings(): readonly string[] {
  const {warn} = console;
  const warnings: string[] = [];
  beforeEach(() => {
    warnings.length = 0;
    console.warn = (line: string) => void warnings.push(line);
  });
  afterEach(() => {
    console.warn = warn;
  });
  return warnings;
}
