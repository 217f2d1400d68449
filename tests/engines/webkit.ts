import {type ChildProcess, spawn, type StdioOptions} from 'node:child_process';
import {connect} from 'node:net';
import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import type {Readable} from 'node:stream';
import {findProgram, findWebKit} from '../../scripts/setup.mjs';
import {freePort} from '../support/processes.js';

/** Browser with one page. */
export interface Engine {
  open(address: string): Promise<void>;
  /** Runs a script in the page; it calls its last argument with the result. */
  run<T>(script: string): Promise<T>;
  close(): Promise<void>;
}

/** Browser that is also used by keyboard, with Back and Forward, and looked at. */
export interface InteractiveEngine extends Engine {
  /** Presses and releases a key. */
  press(key: string): Promise<void>;
  /** Goes back or forward in the history. */
  travel(direction: 'back' | 'forward'): Promise<void>;
  /** Returns a picture of the window as base64-encoded PNG. */
  screenshot(): Promise<string>;
}

/** Keys that WebDriver represents by private-use characters. */
export const WEBDRIVER_KEYS: Readonly<Record<string, string>> = {
  Alt: '\uE00A',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  Control: '\uE009',
  Delete: '\uE017',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  PageDown: '\uE00F',
  PageUp: '\uE00E',
  Shift: '\uE008',
  Space: ' ',
  Tab: '\uE004',
};

const waitForPort = async (port: number, patience = 15_000) => {
  for (const end = Date.now() + patience; Date.now() < end;) {
    const open = await new Promise<boolean>(resolve => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (open) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(`nothing listens on port ${port}`);
};

/** Resolves with the number of the display that Xvfb chose, which it writes to file descriptor 3. */
const displayNumber = (xvfb: ChildProcess) =>
  new Promise<string>((resolve, reject) => {
    let text = '';
    (xvfb.stdio[3] as Readable).on('data', chunk => {
      text += String(chunk);
      if (text.includes('\n')) resolve(`:${text.trim()}`);
    });
    xvfb.once('error', reject);
    xvfb.once('exit', () => reject(new Error('Xvfb ended')));
  });

/** Finds MiniBrowser: Debian installs it in an architecture-specific folder. */
const findMiniBrowser = () => {
  const given = process.env.MINIBROWSER;
  const folders = existsSync('/usr/lib') ? readdirSync('/usr/lib') : [];
  const paths = ['', ...folders].flatMap(folder =>
    ['webkit2gtk-4.1', 'webkitgtk-6.0'].map(version =>
      join('/usr/lib', folder, version, 'MiniBrowser'),
    ),
  );
  return given ?? paths.find(path => existsSync(path));
};

/** WebDriver session: its commands, by method, path within the session and body. */
export interface Session {
  call<T>(method: string, path: string, body?: object): Promise<T>;
  close(): Promise<void>;
}

/** Starts WebKitGTK on its own display, driven by plain WebDriver. */
export async function startSession(): Promise<Session> {
  const driver = findWebKit();
  const xvfb = findProgram(['Xvfb']);
  const binary = findMiniBrowser();
  if (!driver || !xvfb || !binary)
    throw new Error("WebKitGTK is missing: install Debian's webkit2gtk-driver and xvfb.");

  const started: ChildProcess[] = [];
  const start = (command: string, args: string[], stdio: StdioOptions, env = process.env) => {
    // In the process group of the parent, which is terminated as a whole on timeout.
    const child = spawn(command, args, {stdio, env});
    started.push(child);
    return child;
  };
  const stop = () => {
    for (const child of started.splice(0).reverse()) child.kill();
  };
  process.once('exit', stop);

  try {
    const quiet = ['ignore', 'ignore', 'ignore'] as const;
    const screen = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];
    const DISPLAY = await displayNumber(start(xvfb, screen, [...quiet, 'pipe']));
    const port = await freePort();
    start(driver, [`--port=${port}`, '--host=127.0.0.1'], [...quiet], {
      ...process.env,
      DISPLAY,
      TZ: 'Europe/Paris',
      LANG: 'en_US.UTF-8',
      LANGUAGE: 'en-US',
      GDK_BACKEND: 'x11',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
      GTK_A11Y: 'none',
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    });
    await waitForPort(port);

    const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        // No other type is accepted, nor a character set after it.
        headers: {'Content-Type': 'application/json'},
        ...(body && {body: JSON.stringify(body)}),
      });
      const {value} = (await response.json()) as {value: T & {error?: string; message?: string}};
      if (!response.ok) throw new Error(`${value.error ?? ''}: ${value.message ?? ''}`);
      return value;
    };
    const {sessionId} = await call<{sessionId: string}>('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': {binary, args: ['--automation']},
        },
      },
    });
    const session = `/session/${sessionId}`;
    await call('POST', `${session}/timeouts`, {script: 240_000, pageLoad: 60_000});
    return {
      call: (method, path, body) => call(method, session + path, body),
      close: async () => {
        await call('DELETE', session).catch(() => undefined);
        process.off('exit', stop);
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

export async function startWebKit(): Promise<InteractiveEngine> {
  const {call, close} = await startSession();
  return {
    open: async address => {
      await call('POST', '/url', {url: address});
    },
    run: script => call('POST', '/execute/async', {script, args: []}),
    press: async key => {
      const value = WEBDRIVER_KEYS[key] ?? key;
      const actions = ['keyDown', 'keyUp'].map(type => ({type, value}));
      await call('POST', '/actions', {actions: [{type: 'key', id: 'keyboard', actions}]});
    },
    travel: async direction => {
      await call('POST', `/${direction}`, {});
    },
    screenshot: () => call('GET', '/screenshot'),
    close,
  };
}
