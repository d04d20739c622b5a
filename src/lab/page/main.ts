/// <reference types="vite/client" />
import { Lab } from './lab';

const lab = new Lab();
void lab.begin();
import.meta.hot?.on('course:saved', () => lab.saved());
