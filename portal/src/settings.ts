import {parseArgs} from 'node:util';
import {parseTrustedProxies} from './http/client-address.js';

/** Error for invalid settings, with a sentence for the operator. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Setting of the server: an environment variable, and a flag of the same name (`PUBLIC_URL`, `--public-url`). */
interface Definition<T> {
  readonly variable: string;
  /** Value if neither is given, as text. Without one the setting is undefined. */
  readonly fallback?: string;
  /** Description for `--help`. */
  readonly help: string;
  /** Description of valid values, for the error message. */
  readonly expected: string;
  /** Returns undefined for an invalid value. */
  parse(text: string): T | undefined;
}

const text = (variable: string, help: string): Definition<string> => ({
  variable,
  help,
  expected: 'a text',
  parse: value => value,
});

const integer = (
  variable: string,
  fallback: string,
  [min, max]: readonly [number, number],
  help: string,
): Definition<number> & {readonly fallback: string} => ({
  variable,
  fallback,
  help,
  expected: `a number from ${min} to ${max}`,
  parse: value =>
    /^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max
      ? Number(value)
      : undefined,
});

function parsePublicUrl(value: string): string | undefined {
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return undefined;
  const {origin, pathname, href} = new URL(value);
  const url = origin + pathname;
  return href === url ? url.replace(/\/+$/, '') : undefined;
}

/** All settings. Properties of `Settings` without a `fallback` here are optional. */
const DEFINITIONS = {
  host: {
    ...text('HOST', 'address to listen on; 0.0.0.0 for all of this machine'),
    fallback: '127.0.0.1',
  },
  port: integer('PORT', '4173', [0, 65_535], 'port to listen on; 0 for any free one'),
  publicUrl: {
    variable: 'PUBLIC_URL',
    help: 'address under which visitors reach the server, such as https://portail.example.fr; needed behind a proxy',
    expected: 'an address such as https://portail.example.fr or https://example.fr/portail',
    parse: parsePublicUrl,
  },
  trustProxy: {
    variable: 'TRUST_PROXY',
    fallback: '',
    help: 'addresses or networks of your own proxies, separated by commas, whose X-Forwarded-For is believed: 127.0.0.1,::1',
    expected: 'IP addresses or networks such as 127.0.0.1 or 10.0.0.0/8, separated by commas',
    parse: parseTrustedProxies,
  },
  dataDir: text('DATA_DIR', 'folder of the contributions; without it none are accepted'),
  databaseUrl: text(
    'DATABASE_URL',
    'libSQL server for the contributions, instead of a file in DATA_DIR (not evaluated)',
  ),
  databaseToken: text('DATABASE_TOKEN', 'token of the libSQL server'),
  moderationPassword: {
    ...text(
      'MODERATION_PASSWORD',
      'password of /moderation/; by default a random one in the file moderation-token of DATA_DIR',
    ),
    expected: 'at least 12 characters long',
    parse: (value: string) => (value.length >= 12 ? value : undefined),
  },
  widgetsDir: text('WIDGETS_DIR', 'folder with the files of the widgets, served at /cdn/'),
  embedConfig: text('EMBED_CONFIG', 'file served as /cdn/embed.json, for widgets in iframes'),
  messages: {
    ...text('MESSAGES', 'language of messages about the files: fr, nl, en or de'),
    fallback: 'en',
    expected: 'one of fr, nl, en, de',
    parse: (value: string) => (['fr', 'nl', 'en', 'de'].includes(value) ? value : undefined),
  },
  contributionBurst: integer(
    'CONTRIBUTION_BURST',
    '600',
    [1, 1_000_000],
    'contributions that one address may send at once; a class or a workshop shares one',
  ),
  contributionsPerMinute: integer(
    'CONTRIBUTIONS_PER_MINUTE',
    '60',
    [1, 1_000_000],
    'contributions that one address may send per minute after that',
  ),
  loginBurst: integer('LOGIN_BURST', '10', [1, 1000], 'failed log-ins of one address at once'),
  maxUploads: integer('MAX_UPLOADS', '512', [1, 10_000], 'contributions received at the same time'),
  maxUploadsPerClient: integer(
    'MAX_UPLOADS_PER_CLIENT',
    '32',
    [1, 10_000],
    'contributions received at the same time from one address',
  ),
  uploadSeconds: integer('UPLOAD_SECONDS', '120', [1, 3600], 'time to send one contribution'),
  maxDatabaseMegabytes: integer(
    'MAX_DATABASE_MB',
    '4096',
    [1, 1_000_000],
    'size of the database, without photographs, from which contributions are refused',
  ),
} as const satisfies Readonly<Record<string, Definition<unknown>>>;

type Definitions = typeof DEFINITIONS;
type SettingValue<D> = D extends {parse(text: string): infer T} ? Exclude<T, undefined> : never;

/** Settings of the server, by flags and environment variables. */
export type Settings = {
  readonly [K in keyof Definitions]:
    SettingValue<Definitions[K]> | (Definitions[K] extends {fallback: string} ? never : undefined);
} & {
  /** Adds the pages and simulated servers of the demo site. */
  readonly isDemo: boolean;
};

/** Arguments of `spass-portal serve`. */
export interface ServeArguments {
  readonly folder: string | undefined;
  readonly isHelp: boolean;
  readonly settings: Settings;
}

const flagOf = (variable: string): string => variable.toLowerCase().replaceAll('_', '-');

/** Returns the text of `spass-portal serve --help`. */
export function settingsHelp(): string {
  const lines = Object.values(DEFINITIONS).map((definition: Definition<unknown>) => {
    const {variable, help, fallback} = definition;
    const value = fallback ? ` (${fallback})` : '';
    return `  ${`--${flagOf(variable)}`.padEnd(29)} ${help}${value}`;
  });
  return `${lines.join('\n')}\n  ${'--demo'.padEnd(29)} adds the pages and simulated servers of the demo site\n`;
}

/**
 * Parses arguments and environment variables; a flag takes precedence, and an empty variable counts as absent.
 *
 * @throws {SettingsError}
 */
export function parseSettings(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ServeArguments {
  const definitions = Object.entries(DEFINITIONS) as [string, Definition<unknown>][];
  const {values, positionals} = parseFlags(args, definitions);
  const flags: Readonly<Record<string, string | boolean | undefined>> = values;
  const settings = Object.fromEntries(
    definitions.map(([name, definition]) => {
      const {variable, fallback, expected} = definition;
      const flag = flags[flagOf(variable)];
      const given =
        typeof flag === 'string' ? flag : environment[variable]?.trim() || fallback || undefined;
      const value = given === undefined ? undefined : definition.parse(given);
      if (given !== undefined && value === undefined)
        throw new SettingsError(
          `${typeof flag === 'string' ? `--${flagOf(variable)}` : variable} is ${JSON.stringify(given)}, but should be ${expected}.`,
        );
      return [name, value ?? (fallback === '' ? definition.parse('') : undefined)];
    }),
  );
  const [folder, second] = positionals;
  if (second !== undefined)
    throw new SettingsError(`One folder is served, and not ${JSON.stringify(second)} as well.`);
  return {
    folder,
    isHelp: values.help === true,
    settings: {...settings, isDemo: values.demo === true} as Settings,
  };
}

function parseFlags(args: readonly string[], definitions: [string, Definition<unknown>][]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...Object.fromEntries(
          definitions.map(([, {variable}]) => [flagOf(variable), {type: 'string'} as const]),
        ),
        demo: {type: 'boolean'},
        help: {type: 'boolean', short: 'h'},
      },
    });
  } catch (error) {
    throw new SettingsError((error as Error).message);
  }
}
