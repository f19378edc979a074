package io.aftertouch.survey.trigger;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import io.aftertouch.survey.judging.Channel;

/** Keeps the channels of a rule, in their order, as a list with commas. */
@Converter
class ChannelsConverter implements AttributeConverter<List<Channel>, String> {

    @Override
    public String convertToDatabaseColumn(List<Channel> channels) {
        return channels.stream().map(Channel::name).collect(Collectors.joining(","));
    }

    @Override
    public List<Channel> convertToEntityAttribute(String list) {
        return Stream.of(list.split(",")).map(Channel::valueOf).toList();
    }
}
