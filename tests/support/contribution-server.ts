import {startServer} from '../../demo/server/server.js';
import type {Settings} from '../../portal/src/settings.js';

/** Contribution request. */
export interface ContributionRequest {
  readonly contribution: unknown;
  readonly photos?: readonly Uint8Array[];
  readonly key?: string;
  readonly lang?: string;
  /** Name of the parts with photographs. */
  readonly photoPart?: 'photo' | 'photo[]';
}

export interface AcceptedContribution {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly receipt: string;
  readonly photos?: readonly {readonly src: string; readonly alt?: string}[];
}

let serial = 0;
export const newKey = (): string => `test-key-${process.pid}-${++serial}`;

/** Sends a contribution to an API, as the widget does. */
export function postContribution(
  api: string,
  {
    contribution,
    photos = [],
    key = newKey(),
    lang = 'fr',
    photoPart = 'photo',
  }: ContributionRequest,
): Promise<Response> {
  const form = new FormData();
  form.append('contribution', new Blob([JSON.stringify(contribution)], {type: 'application/json'}));
  for (const [index, photo] of photos.entries())
    form.append(photoPart, new Blob([new Uint8Array(photo)]), `photo-${index}.jpg`);
  return fetch(`${api}/contributions?lang=${lang}`, {
    method: 'POST',
    headers: {'Idempotency-Key': key},
    body: form,
  });
}

/** Sends a contribution to `spass-portal`, or the demo server, at a URL. */
export const sendContribution = (url: string, request: ContributionRequest): Promise<Response> =>
  postContribution(`${url}api`, request);

export const idea = (text = 'Un banc sous le tilleul'): object => ({kind: 'idea', text});

/** Starts a demo server that has only contributions. */
export const startContributionServer = (settings: Partial<Settings> = {}) =>
  startServer({data: {}, settings});

interface List {
  readonly total: number;
  readonly items: readonly {
    readonly id: string;
    readonly text?: unknown;
    readonly reply?: unknown;
    readonly photos?: readonly {readonly src: string; readonly alt?: string}[];
  }[];
}

/** Returns the published contributions. */
export const publishedContributions = async (url: string): Promise<List> =>
  (await (await fetch(`${url}api/contributions?limit=500`)).json()) as List;

/** Signs in as a moderator and returns requests that send its cookie. */
export async function moderate(
  url: string,
  token: string,
  loginHeaders: Record<string, string> = {},
) {
  const post = (
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ) =>
    fetch(`${url}moderation/${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: {Origin: new URL(url).origin, ...headers},
      redirect: 'manual',
    });
  const entered = await post('session', {token}, loginHeaders);
  const [cookie = ''] = (entered.headers.get('set-cookie') ?? '').split(';');
  return {
    status: entered.status,
    cookie,
    page: async (path = '') => await fetch(`${url}moderation/${path}`, {headers: {cookie}}),
    decide: (
      id: string,
      state: string,
      headers: Record<string, string> = {},
      fields: Record<string, string> = {},
    ) => post('decision', {id, state, ...fields}, {cookie, ...headers}),
    reply: (id: string, reply: string, headers: Record<string, string> = {}) =>
      post('reponse', {id, reply}, {cookie, ...headers}),
  };
}
