export { articleLosses, theArticles } from './recipe';
export { runArticle, type ArticleArm, type ArticleRace, type ArticleSettings } from './run-article';
export { articleVerdict, missingHalf, type ArticleEnded } from './verdict';
export { type DecayTrial } from './wd-sweep';
