import type { Host, PlannerModule } from "./types";

export interface PlannerModuleOptions {
    host: Host;
    canvas: HTMLCanvasElement;
    instantiateWasm(
        imports: WebAssembly.Imports,
        received: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): object;
    onAbort(reason: unknown): void;
    print(text: string): void;
    printErr(text: string): void;
}

/** The Emscripten glue, made by the build. */
export default function createPlanner(options: PlannerModuleOptions): Promise<PlannerModule>;
