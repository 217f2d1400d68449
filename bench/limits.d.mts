import type {ChildProcess, SpawnOptions} from 'node:child_process';

export function startNode(args: readonly string[], options?: SpawnOptions): ChildProcess;
export function endProcesses(): void;
export function runUntil<T>(run: () => Promise<T>, signal: AbortSignal): Promise<T>;
export function runWithin<T>(
  run: () => Promise<T>,
  minutes: number,
  end: () => Promise<void>,
): Promise<T>;
export function exitOnSignals(): void;
