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
