import {run} from '../../../src/tools/cli/run.js';

/** Runs a command as a shell would, with the given files in the working directory. */
export async function runShell(
  command: string | readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
) {
  let [out, err] = ['', ''];
  const file = async (path: string): Promise<string | Uint8Array> => {
    const content = files[path];
    if (content === undefined)
      throw Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'`), {
        code: 'ENOENT',
        path,
      });
    return content;
  };
  const code = await run(
    typeof command === 'string' ? command.split(' ').filter(Boolean) : command,
    {
      out: text => void (out += text),
      err: line => void (err += `${line}\n`),
      read: async path => {
        const content = await file(path);
        return typeof content === 'string' ? content : new TextDecoder().decode(content);
      },
      bytes: async path => {
        const content = await file(path);
        return typeof content === 'string' ? new TextEncoder().encode(content) : content;
      },
    },
  );
  return {code, out, err};
}
