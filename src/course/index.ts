export { bring, type Brought, type BroughtLesson } from './bring';
export { bundledSuite } from './bundled-suite';
export { dependsOn, lessonsTouchedBy } from './depends-on';
export { exerciseState, isAdopted, isWorthKeeping, type ExerciseState } from './exercise-state';
export { fileTrouble, FileTrouble } from './file-trouble';
export { hintsOf, nextHint, type Hint, type TaskHints } from './hints';
export { lessonsProject } from './lessons-project';
export { exercisesOf, findLesson, foldersIn, lessonWith, listLessons, type Lesson } from './lessons';
export { OtherCourse } from './other-course';
export { located, progressOf, type FailedTest, type LessonProgress, type Status } from './progress';
export { remembered, rememberProgress, verdictKeys } from './progress-memory';
export {
  bundledExercise,
  fileOn,
  loadShelf,
  shelfError,
  ShelfError,
  unreadable,
  type Shelf,
} from './load-shelf';
export { adopt, reset, type Replaced } from './replace-exercise';
export { root } from './root';
export { listMisconceptions, loadAnswerKey, loadMisconception, loadModule, loadSuite } from './shelves';
export { currentLesson, standingOf, type Standing } from './standing';
