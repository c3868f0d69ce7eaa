package dev.plenum.experiment.analysis;

/**
 * An image whose label is probably wrong.
 *
 * @param image its index
 * @param given the class of its label
 * @param suggested the most probable of the other classes
 * @param givenProbability how probable the given class is, from 0 to 1
 * @param suggestedProbability how probable the suggested one is
 * @param margin the probability of the given class less the largest of another one, from −1 (surely
 *     wrong) to 1
 * @param isConfident whether another class reaches the mean probability that it has in images with its label
 */
public record Suspect(
    int image,
    int given,
    int suggested,
    double givenProbability,
    double suggestedProbability,
    double margin,
    boolean isConfident) {}
