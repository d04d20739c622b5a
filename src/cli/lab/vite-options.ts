import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { root, type Shelf } from '#kit/course';
import type { InlineConfig } from 'vite';
import { courseModule } from './course-module';
import { exerciseFiles, exerciseModules } from './exercise-modules';

// Made smaller by its authors; a package for browsers all the same.
const GPU_JS = 'gpu.js/dist/gpu-browser.min.js';

const packages = [
  '@observablehq/plot',
  'acorn',
  'd3-dsv',
  GPU_JS,
  'pure-rand/distribution/uniformFloat64',
  'pure-rand/distribution/uniformInt',
  'pure-rand/generator/xoroshiro128plus',
];

/** How Vite makes the lab: the same page for a server and for a folder. @param shelf whose functions it shows */
export function viteOptions(shelf: Shelf): InlineConfig {
  const plugins = () => [courseModule(shelf), ...(shelf === 'lessons' ? [exerciseModules()] : [])];
  return {
    configFile: false,
    root: join(root, 'src/lab'),
    base: './',
    publicDir: false,
    cacheDir: join(root, '.common-scale/vite'),
    logLevel: 'warn',
    clearScreen: false,
    plugins: plugins(),
    worker: { format: 'es', plugins },
    resolve: { alias: [{ find: /^gpu\.js$/, replacement: GPU_JS }] },
    assetsInclude: ['**/*.csv'],
    // These are compiled already.
    oxc: { exclude: exerciseFiles },
    // Named beforehand: a package that Vite finds later on would make it load the page again.
    optimizeDeps: { noDiscovery: true, include: packages },
    server: {
      host: '127.0.0.1',
      hmr: { overlay: false },
      fs: { allow: [root, realpathSync(join(root, 'node_modules'))] },
    },
  };
}
