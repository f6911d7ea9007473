export function nextFrame(): Promise<number>;
export function afterFrame(): Promise<void>;
