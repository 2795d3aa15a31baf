/* tslint:disable */
/* eslint-disable */

/**
 * A QR code, black on white.
 */
export class Code {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * The smallest code that says `text`, corrected as far as its size allows; undefined where no
     * code that can be read says as much.
     */
    static of(text: string): Code | undefined;
    /**
     * The outline of its dark modules as an SVG path: each is a square of side 1, the first at 0, 0.
     */
    path(): string;
    /**
     * Its modules along each side, without the quiet zone, which is four more on every side.
     */
    readonly size: number;
}

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly __wbg_code_free: (a: number, b: number) => void;
    readonly code_of: (a: number, b: number) => number;
    readonly code_path: (a: number) => [number, number];
    readonly code_size: (a: number) => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __wbindgen_start: () => void;
}

export type SyncInitInput = BufferSource | WebAssembly.Module;

/**
 * Instantiates the given `module`, which can either be bytes or
 * a precompiled `WebAssembly.Module`.
 *
 * @param {{ module: SyncInitInput }} module - Passing `SyncInitInput` directly is deprecated.
 *
 * @returns {InitOutput}
 */
export function initSync(module: { module: SyncInitInput } | SyncInitInput): InitOutput;

/**
 * If `module_or_path` is {RequestInfo} or {URL}, makes a request and
 * for everything else, calls `WebAssembly.instantiate` directly.
 *
 * @param {{ module_or_path: InitInput | Promise<InitInput> }} module_or_path - Passing `InitInput` directly is deprecated.
 *
 * @returns {Promise<InitOutput>}
 */
export default function __wbg_init (module_or_path?: { module_or_path: InitInput | Promise<InitInput> } | InitInput | Promise<InitInput>): Promise<InitOutput>;
