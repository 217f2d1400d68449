/** Replaces texts of a library. Fails unless each occurs exactly once. */
export const patch = (library, code, patches) =>
  patches.reduce((patched, [text, replacement]) => {
    const count = patched.split(text).length - 1;
    if (count !== 1)
      throw new Error(
        `${library} changed: a text to patch is there ${count} times instead of once:\n${text}`,
      );
    return patched.replace(text, () => replacement);
  }, code);
