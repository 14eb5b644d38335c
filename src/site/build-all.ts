import { ensureBuilt } from "./build.ts";

for (const mode of ["demo", "console"] as const) console.log(`${mode}: ${await ensureBuilt(mode)}`);
