// Throws an error whose words are HTML, terminal codes and Markdown.
export const mean = () => {
  throw new Error(
    '<script>document.title = "100 %"</script><img src=x onerror=alert(1)> \u001b[2J\u001b[1;1H100 % \u202e | a | b |\n# 100 %\n```',
  );
};
