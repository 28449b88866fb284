# Reads comparisons with their draws as JSON and writes R's answers to each, numbers as text with all their digits.
suppressMessages(library(jsonlite))
options(warn = -1)
whole <- function(x) rapply(x, as.double, classes = "integer", how = "replace")
input <- fromJSON(file("stdin"), simplifyVector = TRUE, simplifyMatrix = TRUE, simplifyDataFrame = FALSE)
output <- lapply(input, function(each) {
  missing <- Filter(function(name) !requireNamespace(name, quietly = TRUE), as.character(each$packages))
  if (length(missing) > 0) return(list(missing = as.list(missing)))
  for (name in as.character(each$packages)) suppressMessages(library(name, character.only = TRUE))
  code <- parse(text = paste("{", each$r, "}", sep = "\n"))
  list(answers = lapply(each$draws, function(drawn) {
    tryCatch({
      value <- unlist(eval(code, whole(drawn), globalenv()))
      text <- sprintf("%.17g", as.double(value))
      as.list(setNames(text, names(value)))
    }, error = function(problem) list(error = conditionMessage(problem)))
  }))
})
cat(toJSON(output, auto_unbox = TRUE))
