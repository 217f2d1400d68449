import type {DiagnosticCode} from '../messages/diagnostic.js';
import {formatMessage} from '../messages/format-diagnostic.js';
import type {ToolMessages} from '../messages/tool-messages.js';

/** Messages of the errors of the operating system for files. */
const FILE_ERRORS: Readonly<Record<string, DiagnosticCode>> = {
  ENOENT: 'noFile',
  ENOTDIR: 'noFile',
  EISDIR: 'fileIsFolder',
  EACCES: 'fileForbidden',
  EPERM: 'fileForbidden',
};

/** Returns an error of the file system with a readable message, any other error unchanged. */
export function readableFileError(error: unknown, messages: ToolMessages): unknown {
  const {code = '', path} = error as Partial<NodeJS.ErrnoException>;
  const fileError = FILE_ERRORS[code];
  if (!fileError || !path) return error;
  return new Error(formatMessage({code: fileError, args: [path]}, messages), {cause: error});
}
