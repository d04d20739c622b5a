import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { root, type Shelf } from '#kit/course';
import type { InlineConfig } from 'vite';
import { bundledKit } from './bundled-kit';
import { courseModule } from './course-module';
import { exerciseModules } from './exercise-modules';

// Made smaller by its authors; a package for browsers all the same.
const GPU_JS = 'gpu.js/dist/gpu-browser.min.js';

/** How Vite makes the lab, from whatever shelf its functions come. */
function labOptions(shelf: Shelf): InlineConfig {
  return {
    configFile: false,
    root: join(root, 'src/lab'),
    base: './',
    publicDir: false,
    logLevel: 'warn',
    clearScreen: false,
    plugins: [courseModule(shelf)],
    worker: { format: 'es', plugins: () => [courseModule(shelf)] },
    assetsInclude: ['**/*.csv'],
  };
}

/** A server of the page, which draws the learner's own functions. */
export async function served(): Promise<InlineConfig> {
  const options = labOptions('lessons');
  return {
    ...options,
    cacheDir: join(root, '.common-scale/vite'),
    plugins: [options.plugins, exerciseModules(), await bundledKit({ 'gpu.js': GPU_JS })],
    // Everything is compiled and bundled already.
    oxc: false,
    optimizeDeps: { noDiscovery: true },
    server: {
      host: '127.0.0.1',
      hmr: { overlay: false },
      fs: { allow: [root, realpathSync(join(root, 'node_modules'))] },
    },
  };
}

/** A folder with the page, which draws the solutions. */
export function built(): InlineConfig {
  return { ...labOptions('solutions'), resolve: { alias: [{ find: /^gpu\.js$/, replacement: GPU_JS }] } };
}
