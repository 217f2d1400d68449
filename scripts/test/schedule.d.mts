export interface Task {
  readonly name: string;
  readonly needs?: readonly string[];
  readonly lanes?: number;
  readonly isAlone?: boolean;
}

export function schedule<T extends Task>(
  tasks: readonly T[],
  lanes: number,
  run: (task: T) => Promise<void>,
): Promise<void>;
